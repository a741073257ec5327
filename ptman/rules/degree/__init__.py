"""The way from enrolment to degree: milestones, credits, votes and what stands in the way."""
