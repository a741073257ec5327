"""The pictures of dialogs on the letters page, by the key in the file's name."""

from bench import pose_in_hand, pose_scans, pose_templates

TAKEN = (
    ("templates", pose_templates.taken),
    ("scans", pose_scans.taken),
    ("in-hand", pose_in_hand.taken),
    ("issued-book", pose_in_hand.book),
)
