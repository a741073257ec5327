"""The parts of the page of the way to the degree: the matrix, a student's way as a picture, the lists beside it."""
