"""The report: what the store holds and how the crawl goes, as one HTML file (docs/report.md)."""
