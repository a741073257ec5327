"""The page of the scoreboard: targets as bars, the figures behind them, and what can be done with a year."""
