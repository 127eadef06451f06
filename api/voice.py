"""What the api says to people."""

from content.sentences import Voice

VOICE = Voice("api")
say, say_n = VOICE.say, VOICE.say_n
