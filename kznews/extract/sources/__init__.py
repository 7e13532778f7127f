"""Pages that name articles: feeds, sitemaps, listings, interfaces; and official rates."""
