"""What the programme says. Knows neither the bot nor the api."""
