from bot.playground.group import Group
from bot.playground.person import Person, Playground
from tests.playground.caller import Caller


def room(playground: Playground, marta: Person) -> Group:
    return Group.new(playground, "Equipo de apoyo", [marta])


def test_a_topic_is_opened_written_in_and_heard(bot: Caller, playground: Playground, marta: Person) -> None:
    group = room(playground, marta)
    topic = bot.call("createForumTopic", chat_id=group.id, name="Caso 1")["message_thread_id"]
    sent = bot.call("sendMessage", chat_id=group.id, message_thread_id=topic, text="hola")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic, True)
    marta.say("lo tomo", chat=group.id, thread=topic)
    marta.say("en general", chat=group.id)
    inside, outside = (update["message"] for update in bot.updates())
    assert (inside["message_thread_id"], inside["chat"]["is_forum"]) == (topic, True)
    assert "message_thread_id" not in outside


def test_topics_change_and_refuse_to_change_to_what_they_are(bot: Caller, playground: Playground, marta: Person) -> None:
    group = room(playground, marta)
    place = {"chat_id": group.id, "message_thread_id": group.open_topic(marta, "Caso 1")}
    assert bot.refused("editForumTopic", **place, name="Caso 1") == "Bad Request: TOPIC_NOT_MODIFIED"
    bot.call("editForumTopic", **place, name="Caso 1 ✓")
    assert bot.refused("reopenForumTopic", **place) == "Bad Request: TOPIC_NOT_MODIFIED"
    bot.call("closeForumTopic", **place)
    assert bot.refused("closeForumTopic", **place) == "Bad Request: TOPIC_NOT_MODIFIED"
    assert group.topics[place["message_thread_id"]] == {"id": place["message_thread_id"], "name": "Caso 1 ✓", "is_closed": True}
    bot.call("reopenForumTopic", **place)
    assert "name" in bot.refused("createForumTopic", chat_id=group.id, name="a" * 129)


def test_a_topic_deleted_by_hand_is_noticed_on_use(bot: Caller, playground: Playground, marta: Person) -> None:
    group = room(playground, marta)
    topic = group.open_topic(marta, "Caso 1")
    bot.updates()
    group.delete_topic(marta, topic)
    assert bot.updates() == []
    place = {"chat_id": group.id, "message_thread_id": topic}
    assert bot.refused("sendMessage", **place, text="a") == "Bad Request: message thread not found"
    assert bot.refused("closeForumTopic", **place) == "Bad Request: TOPIC_ID_INVALID"
    assert bot.refused("sendMessage", chat_id=group.id, message_thread_id=1, text="a") == "Bad Request: message thread not found"


def test_people_rename_and_close_topics_and_the_bot_hears(bot: Caller, playground: Playground, marta: Person) -> None:
    group = room(playground, marta)
    topic = group.open_topic(marta, "Caso 1")
    group.rename_topic(marta, topic, "Caso uno")
    group.close_topic(marta, topic)
    kinds = ("forum_topic_created", "forum_topic_edited", "forum_topic_closed")
    assert [kind in update["message"] for kind, update in zip(kinds, bot.updates(), strict=True)] == [True] * 3


def test_topics_are_switched_off_and_the_group_moves(bot: Caller, playground: Playground, marta: Person) -> None:
    group = room(playground, marta)
    topic = group.open_topic(marta, "Caso 1")
    group.use_topics(False)
    assert (
        bot.refused("sendMessage", chat_id=group.id, message_thread_id=topic, text="a") == "Bad Request: message thread not found"
    )
    assert bot.refused("createForumTopic", chat_id=group.id, name="a") == "Bad Request: the chat is not a forum"
    moved = group.migrate()
    answer = bot.answer("sendMessage", chat_id=group.id, text="a").json()
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": moved.id}
    bot.call("sendMessage", chat_id=moved.id, text="a")


def test_members_come_and_go(bot: Caller, playground: Playground, marta: Person) -> None:
    group = room(playground, marta)
    ana = playground.person("ana")
    assert bot.call("getChatMember", chat_id=group.id, user_id=ana.id)["status"] == "left"
    group.join(ana)
    assert bot.updates()[0]["message"]["new_chat_members"][0]["id"] == ana.id
    assert bot.call("getChatMember", chat_id=group.id, user_id=ana.id)["status"] == "member"
    assert bot.call("getChatMember", chat_id=group.id, user_id=42)["can_manage_topics"] is True
    assert bot.call("getChat", chat_id=group.id)["is_forum"] is True
    group.leave(ana)
    assert "left_chat_member" in bot.updates()[0]["message"]


def test_a_bot_without_the_right_to_topics_writes_in_open_ones_and_changes_none(
    bot: Caller, playground: Playground, marta: Person
) -> None:
    group = room(playground, marta)
    place = {"chat_id": group.id, "message_thread_id": group.open_topic(marta, "Caso 1")}
    group.let_bot_manage_topics(False)
    assert bot.call("getChatMember", chat_id=group.id, user_id=bot.call("getMe")["id"])["can_manage_topics"] is False
    assert bot.refused("createForumTopic", chat_id=group.id, name="Caso 2") == "Bad Request: not enough rights to create a topic"
    assert "not enough rights" in bot.refused("editForumTopic", **place, name="Caso uno")
    assert "not enough rights" in bot.refused("closeForumTopic", **place)
    bot.call("sendMessage", **place, text="a")
    group.close_topic(marta, place["message_thread_id"])
    assert bot.refused("sendMessage", **place, text="b") == "Bad Request: TOPIC_CLOSED"
    group.let_bot_manage_topics(True)
    bot.call("sendMessage", **place, text="b")


def test_a_topic_is_deleted_only_with_the_right_to_delete_messages(bot: Caller, playground: Playground, marta: Person) -> None:
    group = room(playground, marta)
    place = {"chat_id": group.id, "message_thread_id": group.open_topic(marta, "Caso 1")}
    group.let_bot_delete_messages(False)
    assert bot.call("getChatMember", chat_id=group.id, user_id=bot.call("getMe")["id"])["can_delete_messages"] is False
    assert bot.refused("deleteForumTopic", **place) == "Bad Request: not enough rights to delete the topic"
    group.let_bot_delete_messages(True)
    bot.call("deleteForumTopic", **place)
    assert bot.refused("deleteForumTopic", **place) == "Bad Request: TOPIC_ID_INVALID"
