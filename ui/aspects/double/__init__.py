"""The supervisors' desk: terms and qualification, changes, guidance, assessments, and what a leaving brings."""
