"""kznews collects Kazakh-language news."""
