package script

// englishWho answers: who will be affected?
func englishWho() []Theme {
	return []Theme{
		{"Developers", []string{
			"All developers, juniors first",
			"Developers who work alone on a product",
			"New colleagues in their first months",
			"Apprentices and students",
		}},
		{"Testers and operations", []string{
			"Testers: they are part of the craft",
			"Operations and on-call 📟",
			"The platform team",
			"Security officers",
		}},
		{"Product people", []string{
			"Product owners",
			"UX designers",
			"Business analysts",
			"Project managers who plan our time",
		}},
		{"Management", []string{
			"Team leads who give us the time",
			"The head of engineering as sponsor",
			"Human resources: trainings and careers",
			"The works council",
		}},
		{"Customers", []string{
			"Customers, who get fewer bugs",
			"Support, because fewer people call",
			"Partners who use our interfaces",
			"Sales, who can promise dates again",
		}},
	}
}

// englishWhat answers: what will be affected?
func englishWhat() []Theme {
	return []Theme{
		{"The way we work", []string{
			"Our definition of done",
			"How we review code",
			"Planning: learning takes time too",
			"The way we hand over work",
		}},
		{"The code", []string{
			"Legacy code that nobody owns",
			"Shared libraries",
			"Our test suites 🧪",
			"The architecture as it is, not as it is drawn",
		}},
		{"The tools", []string{
			"Pipelines and build times",
			"Static analysis in every repository",
			"Which editors and assistants we use",
			"One place for documentation instead of five",
		}},
		{"The culture", []string{
			"Asking for help becomes normal",
			"Mistakes are talked about openly",
			"We celebrate what we finish 🎉",
			"Naïve questions are welcome",
		}},
		{"Hiring and trainings", []string{
			"Job adverts and interviews",
			"The training budget",
			"Onboarding of newcomers",
			"Goals in the yearly talks",
		}},
	}
}
