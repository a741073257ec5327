"""High-calibre talents: the way from enrolment to degree, practice reports and assessment, certificates, classes."""
