// What people do, told to the playground.

async function post(path, body) {
  const isForm = body instanceof FormData;
  const answer = await fetch(`/playground/${path}`, {
    method: "POST",
    headers: isForm ? {} : { "Content-Type": "application/json" },
    body: isForm ? body : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).reason ?? `error ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}

export const say = (person, chat, thread, text, reply_to) => post(`people/${person}/say`, { text, chat, thread, reply_to });
export const press = (person, chat, message_id, data) => post(`people/${person}/press`, { message_id, data, chat });
export const edit = (person, chat, message_id, text) => post(`people/${person}/edit`, { message_id, text, chat });
export const remove = (person, chat, message_id) => post(`people/${person}/delete`, { message_id, chat });
export const forward = (person, source, message_id, chat) => post(`people/${person}/forward`, { message_id, source, chat });
export const sendOdd = (person, chat, thread, kind) => post(`people/${person}/odd`, { kind, chat, thread });
export const changePhone = (person, change) => post(`people/${person}/phone`, change);
export const changeGroup = (group, change) => post(`groups/${group}`, change);
export const openTopic = (person, group, name) => post(`groups/${group}/topics`, { person, name });
export const changeTopic = (person, group, topic, change) => post(`groups/${group}/topics/${topic}`, { person, ...change });
export const begin = (fault) => post("faults", fault);
export const mend = () => fetch("/playground/faults", { method: "DELETE" });
export const advance = (seconds) => post("clock", { seconds });

export function sendFiles(person, chat, thread, kind, files, caption) {
  const form = new FormData();
  for (const file of files) form.append("files", file);
  for (const [name, value] of Object.entries({ kind, caption, chat, thread })) if (value) form.append(name, value);
  return post(`people/${person}/files`, form);
}
