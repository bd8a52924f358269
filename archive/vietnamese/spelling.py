"""Vietnamese spelling: one form for every word, and a form without accents."""
