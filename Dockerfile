# One image, two programs: `python -m bot` and `python -m api`. Which one a container is, its command says (compose.yaml).

FROM python:3.13-slim-bookworm AS built
WORKDIR /srv/sello
RUN python -m venv .venv
COPY .lock/runtime.txt .lock/runtime.txt
RUN .venv/bin/python -m pip install --no-cache-dir --no-deps --require-hashes -r .lock/runtime.txt
COPY content content
COPY locales locales
COPY api api
COPY bot bot
# The catalogues are compiled and the examples learnt here, since nothing but var/ may be written later.
RUN .venv/bin/python -c "from content.wording import Wording; Wording.load()" \
 && .venv/bin/python -m content train \
 && .venv/bin/python -m compileall -q api bot content

FROM python:3.13-slim-bookworm
WORKDIR /srv/sello
ENV PATH=/srv/sello/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 SELLO_LOG_FORMAT=json
# Two small programs that read answers aloud; without them there is no such button. Their versions are the base image's.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends espeak-ng opus-tools \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /srv/sello sello \
 && install --directory --owner=sello --group=sello var
COPY --from=built /srv/sello /srv/sello
USER 10001
VOLUME /srv/sello/var
EXPOSE 8000
# The bot's: its database answers and nobody's message has been waiting for a minute. The api has its own, in compose.yaml.
HEALTHCHECK --interval=30s --timeout=15s --start-period=60s --retries=3 CMD ["python", "-m", "bot", "health"]
CMD ["python", "-m", "bot"]
