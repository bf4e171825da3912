"""The words of cajad: classes, properties, statuses and the cast in Turtle, and the code that reads them."""
