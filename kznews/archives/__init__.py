"""Web archives (WARC 1.1, WACZ): written as pages come, read however damaged they are. No engine, no store."""
