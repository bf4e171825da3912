"""What is wrong in the text of a query, with the place pointed at; knows how Oxigraph words its errors."""


def explain(message: str, text: str) -> str:
    """Shorten Oxigraph's message: the place, what was expected there, and the line of the query with a caret."""
    place, _, expected = message.partition(": ")
    numbers = [int(n) for n in place.removeprefix("error at ").split(":") if n.isdigit()]
    if len(numbers) != 2:
        return message
    lines = text.split("\n")
    line = lines[numbers[0] - 1] if numbers[0] <= len(lines) else ""
    if "Prefix not found" in message:
        expected = "a known prefix (or declare it with PREFIX)"
    short = expected if len(expected) < 200 else f"{expected[:200]} …"
    return f"line {numbers[0]}, column {numbers[1]}: {short}\n  {line}\n  {' ' * (numbers[1] - 1)}^"
