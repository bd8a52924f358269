"""What a Vietnamese reader knows: dates, bylines, document numbers, spelling, places and agencies."""
