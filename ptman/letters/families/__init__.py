"""The families of documents: what each is called, is about, may say, is laid out as, and is checked for."""
