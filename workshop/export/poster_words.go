package export

import (
	"html/template"

	"convene/workshop"
)

// posterWords is what stands on every poster, in its language.
type posterWords struct {
	Kind, Unnamed, Nothing         string
	Forces, ForcesTitle            string
	Leader, NotElected             string
	People, Nobody                 string
	Actions, Agreement, FistToFive string
}

func (l speech) posterWords() posterWords {
	return posterWords{
		Kind: l.Say("Community of practice"), Unnamed: l.Say("Community of practice, not named yet"),
		Nothing: l.Say("Nothing here yet."),
		Forces:  l.Say("Force field"), ForcesTitle: l.Say("Force field: what supports the vision, and what slows it down"),
		Leader: l.Say("Leader"), NotElected: l.Say("Not elected yet."),
		People: l.Say("People"), Nobody: l.Say("Nobody yet."),
		Actions: l.Say("First actions"), Agreement: l.Say("Agreement"), FistToFive: l.Say("Fist to five: 5 is “I will help to lead it”, 0 is “no”."),
	}
}

// functions are what the template calls for what is not the same on every poster.
func (l speech) functions() template.FuncMap {
	return template.FuncMap{
		"heading": l.words.Heading,
		"owner":   l.owner,
		"settled": l.settled,
		"concern": l.concern,
		"dots":    func(n int) string { return l.Count(n, "%d dot", "%d dots") },
	}
}

// owner is who sees to a first action, and by when.
func (l speech) owner(a workshop.Planned) template.HTML {
	var s sentence
	who, day := l.Owner(a), ""
	if a.Owner != "" {
		who = s.typed(a.Owner)
	}
	if a.Due != "" {
		day = s.piece("<time" + ` datetime="` + escaped(string(a.Due)) + `">` + escaped(l.Due(a.Due)) + `</time>`)
	}
	return s.markup(l.ByDay(who, day))
}

// settled is how a step ended.
func (l speech) settled(a workshop.Agreement) template.HTML {
	var s sentence
	return s.markup(l.Say("%s: %s", s.piece("<b><bdi>"+escaped(l.heading(a.Step))+"</bdi></b>"), l.Settled(a.Settlement)))
}

// concern is what somebody said who was not behind it.
func (l speech) concern(c workshop.Concern) template.HTML {
	var s sentence
	return s.markup(l.Say("%d: %s", c.Level, s.typed(c.Sentence)))
}
