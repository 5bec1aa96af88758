"""Children and young people, and the parents and carers who ask for them."""
