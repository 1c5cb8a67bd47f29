"""When: dates, weekdays and hours, their order and the stretches between them."""
