"""The formats of model makers: their requests as chats, and what is written as their answers."""
