package tui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// lobbyScreen lists the workshops: to open one, to look at its canvas, or to begin a new one.
type lobbyScreen struct {
	rehearses bool        // rehearsals can be begun here
	from      workshop.ID // that was left, and is selected at first
	list      []Listing
	at        int
	top       int
	trouble   error     // why not all workshops can be listed
	listed    time.Time // when
}

func (s *lobbyScreen) typing() bool { return false }

func (s *lobbyScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := st.keys
	switch {
	case key.Matches(m, k.create):
		return s.create(st.Tongue)
	case key.Matches(m, k.rehearse):
		return s.rehearse(st.Tongue)
	case len(s.list) == 0:
		return nil
	case key.Matches(m, k.up):
		return s.move(-1)
	case key.Matches(m, k.down):
		return s.move(1)
	case key.Matches(m, k.pageUp):
		return s.move(-10)
	case key.Matches(m, k.pageDown):
		return s.move(10)
	case key.Matches(m, k.open):
		return enterRoom{s.list[s.at].ID}
	case key.Matches(m, k.look):
		return lookAt{s.list[s.at].ID}
	}
	return nil
}

// create begins a workshop: about something new or, where a community is selected, its next one. Of that what is still to be done
// comes first.
func (s *lobbyScreen) create(l tongue.Tongue) action {
	anew := show{newInputDialog("What will the community be about?", "a topic in a few words, like: Software Craft", "go on", "", askMinutes)}
	if len(s.list) == 0 || s.list[s.at].Community == nil {
		return anew
	}
	on := s.list[s.at]
	var items []pickItem
	if n := on.Community.ToDo(); n > 0 {
		items = append(items, pickItem{
			label: l.Count(n, "First say what became of %d open action", "First say what became of %d open actions"), then: enterRoom{on.ID},
		})
	}
	for _, next := range s.list {
		if next.After == on.ID {
			items = append(items, pickItem{
				label: l.Say("Its next workshop, which is there already"), note: string(next.ID), then: enterRoom{next.ID},
			})
		}
	}
	items = append(items,
		pickItem{label: l.Say("The next workshop of %s", on.Title), note: l.Say("goes on from its canvas"), then: askLength(createRoom{after: on.ID})},
		pickItem{label: l.Say("A workshop about something new"), then: anew})
	return show{&pickDialog{title: tongue.Mark("What do you begin?"), items: items}}
}

// rehearse begins a rehearsal of the workshop that is selected or, where there is none that is still to come, of the usual two
// hours.
func (s *lobbyScreen) rehearse(l tongue.Tongue) action {
	switch {
	case !s.rehearses:
		return nil
	case len(s.list) == 0 || s.list[s.at].Begun || s.list[s.at].Closed:
		return askCompany(l, "", "")
	}
	return askCompany(l, s.list[s.at].ID, s.list[s.at].Title)
}

func (s *lobbyScreen) rehearseKeys(st stage) []key.Binding {
	if !s.rehearses {
		return nil
	}
	return []key.Binding{st.keys.rehearse}
}

// move selects a workshop so many rows further down, as far as there are any, and asks for the newest list.
func (s *lobbyScreen) move(by int) action {
	s.at = max(0, min(s.at+by, len(s.list)-1))
	return relist{}
}

// put shows another list. What is selected stays selected, wherever it stands now.
func (s *lobbyScreen) put(list []Listing, err error, now time.Time) {
	id := s.from
	if s.at < len(s.list) {
		id = s.list[s.at].ID
	}
	if i := slices.IndexFunc(list, func(l Listing) bool { return l.ID == id }); i >= 0 {
		s.at = i
	}
	s.list, s.at, s.listed, s.trouble = list, max(0, min(s.at, len(list)-1)), now, err
}

// askMinutes takes the topic, and asks how long the workshop about it may take.
func askMinutes(topic string) action {
	switch n := text.Len(text.Line(topic)); {
	case n == 0:
		return refuse(workshop.ErrTopicEmpty)
	case n > workshop.MaxTopicLen:
		return refuse(workshop.ErrTopicLong)
	}
	return askLength(createRoom{topic: topic})
}

// askLength asks how long the workshop may take, and then creates it.
func askLength(c createRoom) action {
	return show{newInputDialog("How many minutes do you have?", "two hours are what the format is made for; 45 to 240", "begin", "120",
		func(typed string) action {
			var err error
			if c.minutes, err = strconv.Atoi(strings.TrimSpace(typed)); err != nil {
				return refuse(workshop.ErrTotal)
			}
			return c
		})}
}

func (s *lobbyScreen) draw(st stage) []string {
	t := st.theme
	trouble := ""
	if s.trouble != nil {
		trouble = t.Bad.Bold(true).Render(t.Cut(t.Refused+" "+st.Error(s.trouble), st.width))
	}
	if len(s.list) == 0 {
		lines := slices.Concat(
			[]string{trouble, t.Accent.Render(st.Say("Welcome to convene.")), ""},
			styled(t.Text, wrapped(st, st.Say("Two hours, six steps, one group: at the end a canvas, a name and one leader."))),
			[]string{"", t.Key.Render("n") + t.Muted.Render("  "+st.Say("begin your first workshop"))},
		)
		if s.rehearses {
			lines = append(lines, t.Key.Render("r")+t.Muted.Render("  "+st.Say("rehearse one with simulated people first")))
		}
		return middle(st, append(lines, t.Key.Render("?")+t.Muted.Render("  "+st.Say("every key"))))
	}
	title := t.Spread(t.Strong.Render(st.Say("Your workshops")), t.Muted.Render(counted(st.Tongue, s.at+1, len(s.list))), st.width)
	lines := []string{"", title, trouble}
	rows := max(1, st.height-len(lines))
	s.top = max(min(s.top, s.at), s.at-rows+1)
	for i := s.top; i < min(len(s.list), s.top+rows); i++ {
		lines = append(lines, s.row(st, i))
	}
	return lines
}

// row is one workshop: its title gives way, its code never does.
func (s *lobbyScreen) row(st stage, i int) string {
	t, l := st.theme, s.list[i]
	stands := t.Muted.Render(format.In(st.view.Lang, l.Wording).Step(l.At.Step).Title)
	since := l.Opened
	switch {
	case l.Community != nil:
		stands, since = outlookWords(st, *l.Community), l.Community.Founded
	case l.Closed:
		stands = finishedWords(st)
	}
	day := since.Local().Format(dateLayout(st))
	if st.width >= 100 {
		day += since.Local().Format("  15:04")
	}
	right := t.Faint.Render(string(l.ID)+"  ") + t.Pad(stands, 20) + t.Muted.Render(t.Pad(seatWords(st, l), s.seatCells(st))+day)
	point, style := "  ", t.Text
	if i == s.at {
		point, style = t.Accent.Render(t.Point+" "), t.Strong
	}
	return t.Spread(point+style.Render(t.Cut(l.Title, max(8, st.width-theme.Width(right)-4))), right, st.width)
}

// seatWords are how many have a seat; of a community, how much it has to do.
func seatWords(st stage, l Listing) string {
	if l.Community != nil {
		return st.Say("%d to do", l.Community.ToDo())
	}
	return st.Count(l.People, "%d seat", "%d seats")
}

func finishedWords(st stage) string {
	return st.theme.Good.Render(st.theme.Done) + st.theme.Muted.Render(" "+st.Say("finished"))
}

func dateLayout(st stage) string { return st.SayAs("layout of a date", "2 Jan 2006") }

// outlookWords say how a community stands towards its next health check.
func outlookWords(st stage, c workshop.Community) string {
	t := st.theme
	switch c.Outlook(st.awake) {
	case workshop.CheckAhead:
		return t.Muted.Render(st.Say("check %s", c.NextCheck.Date().Format(dateLayout(st))))
	case workshop.CheckOverdue:
		return t.Warn.Render("! " + st.Say("check overdue"))
	case workshop.CheckOpen:
		return t.Accent.Render(st.Say("check: %d answered", c.Answered()))
	case workshop.CheckCounted:
		return t.Accent.Render(st.Say("cards to turn over"))
	default:
		return finishedWords(st)
	}
}

// seatCells is how wide the column of the seats is.
func (s *lobbyScreen) seatCells(st stage) int {
	cells := 9
	for _, l := range s.list {
		cells = max(cells, theme.Width(seatWords(st, l))+1)
	}
	return cells
}

func (s *lobbyScreen) bindings(st stage) []key.Binding {
	k := st.keys
	if len(s.list) == 0 {
		return append(append([]key.Binding{k.create}, s.rehearseKeys(st)...), named(k.leave, "quit"))
	}
	return slices.Concat([]key.Binding{k.open, k.create}, s.rehearseKeys(st), []key.Binding{k.look, k.up, k.down, named(k.leave, "quit")})
}
