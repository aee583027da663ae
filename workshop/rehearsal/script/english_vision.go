package script

// englishVision answers: what do we want to reach?
func englishVision() []Theme {
	return []Theme{
		{"Learn from each other", []string{
			"We learn something from each other every month",
			"Everyone has somebody to ask, whatever the topic",
			"Knowledge no longer lives in one head",
			"A place where a question is never a silly one",
		}},
		{"Pride in our craft", []string{
			"Be proud of the code that we hand over",
			"Craft is part of the job, not a hobby",
			"Clean code is what we do when nobody looks ✨",
			"We leave every module better than we found it",
		}},
		{"Quality without heroics", []string{
			"Releases on a Friday that nobody fears",
			"No more heroics at night to save a release",
			"Bugs are found by tests, not by customers",
			"Quality is everyone's task, not a department's",
		}},
		{"One community across teams", []string{
			"C# | Java | Go: one guild, not three islands",
			"Know the people behind the other teams' services",
			"No walls between front end & back end",
			"Every site takes part: Łódź, Porto and Zürich too",
		}},
		{"Shared ways of working", []string{
			"A common idea of what \"done\" means",
			"The same basics in every repository: README, tests, pipeline",
			"Decisions are written down where all can find them",
			"Conventions that we chose ourselves",
		}},
		{"A place to try things", []string{
			"Room for experiments that may fail",
			"Try new tools without asking for permission first",
			"A safe place to show work that is half finished 🧪",
			"Learning time that is in the calendar, not on top of it",
		}},
	}
}

// englishImportance answers: why does it matter now?
func englishImportance() []Theme {
	return []Theme{
		{"People leave, knowledge goes", []string{
			"Three seniors left this year, and with them what they knew",
			"Only Rémy understands the billing code",
			"The bus factor of half of our services is 1",
			"New colleagues need six months to find their way",
		}},
		{"Technical debt slows us", []string{
			"Small changes take weeks",
			"We are afraid of touching the old core",
			"Half of every sprint goes into repairs",
			"The test suite is red so often that nobody looks",
		}},
		{"We reinvent the wheel", []string{
			"Four teams wrote four date pickers",
			"Everyone solves log-in on their own",
			"We don't know what the team next door has built already",
			"Copy & paste is our way of sharing code",
		}},
		{"Hiring and staying", []string{
			"Good developers go where they can grow 🌱",
			"In interviews candidates ask how we learn",
			"A career path for those who want to stay technical",
			"People stay where they learn",
		}},
		{"Working apart", []string{
			"Since we work from home we only meet our own team",
			"We miss the talks at the coffee machine",
			"Remote colleagues hear about decisions last",
			"Nobody sees what goes well elsewhere",
		}},
		{"The market moves", []string{
			"Competitors ship every day, we ship every quarter",
			"Assistants write code now: somebody must judge it",
			"Security is asked for in every tender 🔒",
			"Technology changes faster than our trainings",
		}},
	}
}
