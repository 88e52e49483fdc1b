"""The Chinese language as data and look-ups: characters, numerals, readings, strokes, scripts. Knows no portal."""
