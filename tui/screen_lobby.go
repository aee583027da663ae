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
	"convene/workshop/text"
)

// lobbyScreen lists the workshops: to open one, to look at its canvas, or to begin a new one.
type lobbyScreen struct {
	list    []Listing
	at      int
	top     int
	trouble string    // why not all workshops can be listed, in a sentence
	listed  time.Time // when
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
		return show{newInputDialog("What will the community be about?", "a topic in a few words, like: Software Craft", "go on", "", askMinutes)}
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

// move selects a workshop so many rows further down, as far as there are any, and asks for the newest list.
func (s *lobbyScreen) move(by int) action {
	s.at = max(0, min(s.at+by, len(s.list)-1))
	return relist{}
}

// put shows another list. What is selected stays selected, wherever it stands now.
func (s *lobbyScreen) put(list []Listing, err error, now time.Time) {
	var id workshop.ID
	if s.at < len(s.list) {
		id = s.list[s.at].ID
	}
	if i := slices.IndexFunc(list, func(l Listing) bool { return l.ID == id }); i >= 0 {
		s.at = i
	}
	s.list, s.at, s.listed, s.trouble = list, max(0, min(s.at, len(list)-1)), now, ""
	if err != nil {
		s.trouble = sentence(err)
	}
}

// askMinutes asks how long the workshop may take, and then creates it.
func askMinutes(topic string) action {
	switch n := text.Len(text.Line(topic)); {
	case n == 0:
		return say{sentence(workshop.ErrTopicEmpty), sorry}
	case n > workshop.MaxTopicLen:
		return say{sentence(workshop.ErrTopicLong), sorry}
	}
	return show{newInputDialog("How many minutes do you have?", "two hours are what the format is made for; 45 to 240", "begin", "120",
		func(typed string) action {
			n, err := strconv.Atoi(strings.TrimSpace(typed))
			if err != nil {
				return say{sentence(workshop.ErrTotal), sorry}
			}
			return createRoom{topic, n}
		})}
}

func (s *lobbyScreen) draw(st stage) []string {
	t := st.theme
	trouble := ""
	if s.trouble != "" {
		trouble = t.Bad.Bold(true).Render(t.Cut(t.Refused+" "+s.trouble, st.width))
	}
	if len(s.list) == 0 {
		return middle(st, []string{
			trouble,
			t.Accent.Render("Welcome to convene."),
			"",
			t.Text.Render("Two hours, six steps, one group: at the end a canvas, a name and one leader."),
			"",
			t.Key.Render("n") + t.Muted.Render("  begin your first workshop"),
			t.Key.Render("?") + t.Muted.Render("  every key"),
		})
	}
	title := t.Spread(t.Strong.Render("Your workshops"), t.Muted.Render(counted(s.at+1, len(s.list))), st.width)
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
	stands := t.Muted.Render(wordsOf(l.At.Step).title)
	if l.Closed {
		stands = t.Good.Render(t.Done) + t.Muted.Render(" finished")
	}
	day := l.Opened.Local().Format("2 Jan 2006")
	if st.width >= 100 {
		day = l.Opened.Local().Format("2 Jan 2006  15:04")
	}
	right := t.Faint.Render(string(l.ID)+"  ") + t.Pad(stands, 20) + t.Muted.Render(t.Pad(count(l.People, "seat"), 9)+day)
	point, style := "  ", t.Text
	if i == s.at {
		point, style = t.Accent.Render(t.Point+" "), t.Strong
	}
	return t.Spread(point+style.Render(t.Cut(l.Title, max(8, st.width-theme.Width(right)-4))), right, st.width)
}

func (s *lobbyScreen) bindings(st stage) []key.Binding {
	k := st.keys
	if len(s.list) == 0 {
		return []key.Binding{k.create, named(k.leave, "quit")}
	}
	return []key.Binding{k.open, k.create, k.look, k.up, k.down, named(k.leave, "quit")}
}
