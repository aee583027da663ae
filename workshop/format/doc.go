// Package format is what a workshop says: the titles, purposes, rules and questions of its steps, the headings of its
// canvas, and with them how long everyone writes alone and how many votes there are for the name. The steps themselves, and
// what is done in them, are those of package workshop.
//
// A format is a file in TOML (https://toml.io). The built-in ones are such files too, one for each language, and say in
// their comments what can stand in them: en.toml and fr.toml, which [Page] returns as they are. Whoever wants other
// questions takes a copy of one and changes it, or writes a few lines with what shall be different:
//
//	lang = "en"
//	[prompts.vision]
//	question = "What will be different a year from now?"
//
// [Parse] reads such a file and refuses what would not work, each mistake with its line and what to do about it. It gives a
// [Format], which holds only what differs from the built-in one of its language. [Format.Of] puts that into the command that
// opens a workshop; from then on the log has it, and the file is not needed any more.
//
// [In] is where the words come back from: for a language and a workshop's wording it says what each step, question and
// section is called.
//
//	w := format.In(view.Lang, view.Wording)
//	w.Step(view.At.Step).Title
//	w.Rule(workshop.StepName, view.Votes)
//
// What is the program's own to say (keys, hints, refusals) is said by package tongue.
package format
