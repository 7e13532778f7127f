"""What a portal may ask of a crawler, and how long to leave it alone: rules without a network, a store or an engine."""
