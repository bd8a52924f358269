"""The files that announcements carry: their kind, their text, and how both are kept."""
