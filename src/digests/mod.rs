//! Digests: a mail of new and due deliveries per person.
