"""The parts of the page of teaching resources: the week that is drawn, give and take as a picture, dialogs."""
