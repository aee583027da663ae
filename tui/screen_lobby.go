package tui

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/text"
)

// lobbyScreen lists the workshops: to open one, to look at its canvas, or to begin a new one.
type lobbyScreen struct {
	list []Listing
	at   int
	top  int
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
		return show{newInputDialog("What will the community be about?", "a topic in a few words, like: Software Craft", "", askMinutes)}
	case len(s.list) == 0:
		return nil
	case key.Matches(m, k.up):
		s.at = max(0, s.at-1)
	case key.Matches(m, k.down):
		s.at = min(len(s.list)-1, s.at+1)
	case key.Matches(m, k.pageUp):
		s.at = max(0, s.at-10)
	case key.Matches(m, k.pageDown):
		s.at = min(len(s.list)-1, s.at+10)
	case key.Matches(m, k.open):
		return enterRoom{s.list[s.at].ID}
	case key.Matches(m, k.look):
		return lookAt{s.list[s.at].ID}
	}
	return nil
}

// askMinutes asks how long the workshop may take, and then creates it.
func askMinutes(topic string) action {
	switch n := text.Len(text.Line(topic)); {
	case n == 0:
		return say{sentence(workshop.ErrTopicEmpty), sorry}
	case n > workshop.MaxTopicLen:
		return say{sentence(workshop.ErrTopicLong), sorry}
	}
	return show{newInputDialog("How many minutes do you have?", "two hours are what the format is made for; 45 to 240", "120",
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
	if len(s.list) == 0 {
		return middle(st, []string{
			t.Accent.Render("Welcome to convene."),
			"",
			t.Text.Render("Two hours, six steps, one group: at the end a canvas, a name and one leader."),
			"",
			t.Key.Render("n") + t.Muted.Render("  begin your first workshop"),
			t.Key.Render("?") + t.Muted.Render("  every key"),
		})
	}
	title := t.Spread(t.Strong.Render("Your workshops"), t.Muted.Render(counted(s.at+1, len(s.list))), st.width)
	lines := []string{"", title, ""}
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
