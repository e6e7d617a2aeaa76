"""What a client takes from a server, and how it shows texts that come from there."""

MAX_BODY = 16 * 1024 * 1024  # bytes of a reply or an event, and of all unread events
MAX_EVENTS = 1024  # unread events
MAX_ITEMS = 1_000_000  # in a reply or an event
MAX_DEPTH = 64  # arrays and maps inside each other
MAX_SHOWN = 200  # characters of a text


def check_cbor(body: bytes) -> None:
    """ValueError for what is too much to decode: an item of one byte may take a hundred in memory."""
    at, left = 0, [1]  # items still to come in each open array and map; negative: until a break
    announced = 0
    for _ in range(MAX_ITEMS):
        if at >= len(body):
            return  # cut short: the decoder says so
        head, at = body[at], at + 1
        major, value = head >> 5, head & 31
        if value >= 28:
            value = -1  # no length, or a break
        elif value >= 24:
            size = 1 << value - 24
            value, at = int.from_bytes(body[at:at + size], "big"), at + size
        if head == 0xFF:
            left.pop()
        else:
            left[-1] -= 1
            if major == 6:
                raise ValueError("it has a tag")  # a server sends none, and decoders act on them
            if major in (4, 5) or value < 0:
                left.append(2 * value if major == 5 else value)
                announced += max(left[-1], 0)
            elif major in (2, 3):
                at += value
        if announced > MAX_ITEMS:
            break
        if len(left) > MAX_DEPTH + 1:
            raise ValueError(f"it nests deeper than {MAX_DEPTH} levels")
        while left and left[-1] == 0:
            left.pop()
        if not left:
            return
    raise ValueError(f"it has more than {MAX_ITEMS} items")


def shown(text: str) -> str:
    """The text in one line, shortened, without anything that a terminal would obey."""
    chars = (char if char.isprintable() else char.encode("unicode_escape").decode() for char in text[:MAX_SHOWN + 1])
    line = "".join(chars)
    return line if len(line) <= MAX_SHOWN else line[:MAX_SHOWN] + "..."
