package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// repairDialog offers a facilitator what can give when the group is late: each way with what it saves, and how late the
// group is then. The number of a way takes it at once, so a way keeps its number as long as the dialog is open: what time
// and others bring comes below, and what they take away leaves its place empty.
type repairDialog struct {
	order []string // the ways by their names, as they are numbered
	at    string   // the one that is chosen
}

// repair is one way; its name is that of a repair, or says since when a lull was.
type repair struct {
	name   string
	label  string
	saves  string
	leaves string // how late the group is then
	detail string // when it would end, and what would change
	then   action // nil when it is no way any more
}

// leaveIt is the last way: to do nothing.
const leaveIt = "leave"

func (d *repairDialog) outlives(stage) bool { return false }

// hasRepairs says whether there is anything to offer, or to take back.
func hasRepairs(st stage) bool {
	v := st.view
	return len(v.Offers(v.Behind(st.now))) > 0 || v.Repaired != "" || len(v.Lulls(st.now)) > 0
}

// repairs are the ways there are now.
func repairs(st stage) []repair {
	v := st.view
	var out []repair
	for _, o := range v.Offers(v.Behind(st.now)) {
		then := v.Timing
		then.Agenda, then.Total = o.Agenda, then.Total+o.Later
		ends := hourWords(st, then.End(st.now))
		out = append(out, repair{
			name: string(o.Repair), label: repairWords(st, o),
			saves: savesWords(st.Tongue, o), leaves: leavesWords(st.Tongue, then.Behind(st.now)),
			detail: st.Say("Ends at %s.", ends) + " " + effectWords(v, o),
			then: send{
				command: workshop.RepairAgenda{Repair: o.Repair, Was: v.Agenda},
				said:    doneWordsFor(st, o, ends),
			},
		})
	}
	for _, l := range v.Lulls(st.now) {
		out = append(out, repair{
			name:  "lull " + l.From.String(),
			label: st.Say("Was that a break?"), saves: longWords(st.Tongue, l.Takes()), leaves: st.Say("%s on", hourWords(st, l.From)),
			detail: st.Say("Nothing happened from %s to %s. enter asks, and changes nothing yet.", hourWords(st, l.From), hourWords(st, l.Until)),
			then:   show{&askLull(st, l).askDialog},
		})
	}
	return out
}

// ways are the repairs in the order in which they are numbered.
func (d *repairDialog) ways(st stage) []repair {
	now := repairs(st)
	for _, r := range now {
		if !slices.Contains(d.order, r.name) {
			d.order = append(d.order, r.name)
		}
	}
	var out []repair
	for _, name := range d.order {
		way := repair{name: name, label: st.Say("no longer needed"), detail: st.Say("The group, or the time, has gone on.")}
		if i := slices.IndexFunc(now, func(r repair) bool { return r.name == name }); i >= 0 {
			way = now[i]
		}
		out = append(out, way)
	}
	return append(out, repair{
		name: leaveIt, label: st.Say("Leave it as it is"), leaves: leavesWords(st.Tongue, st.view.Behind(st.now)),
		detail: st.Say("Ends at %s.", hourWords(st, st.view.End(st.now))),
	})
}

// chosen is the way that is chosen, the first at first.
func (d *repairDialog) chosen(ways []repair) int {
	return max(0, slices.IndexFunc(ways, func(r repair) bool { return r.name == d.at }))
}

func (d *repairDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	ways, k := d.ways(st), st.keys
	at := d.chosen(ways)
	switch number := strings.Index("123456789", m.String()); {
	case key.Matches(m, k.back):
		return dismiss{}
	case key.Matches(m, k.up):
		d.at = ways[max(0, at-1)].name
	case key.Matches(m, k.down), key.Matches(m, k.next):
		d.at = ways[min(len(ways)-1, at+1)].name
	case key.Matches(m, k.undo) && st.view.Repaired != "":
		return dismiss{send{command: workshop.UndoRepair{Of: st.view.RepairAt}, said: "Taken back: the agenda is as it was."}}
	case key.Matches(m, k.enter):
		return d.take(ways[at])
	case number >= 0 && number < len(ways)-1:
		return d.take(ways[number])
	}
	return nil
}

func (d *repairDialog) take(r repair) action {
	if r.then == nil && r.name != leaveIt {
		return nil
	}
	return dismiss{r.then}
}

// draw gives up the empty lines, and says less about what would change, where the window is low.
func (d *repairDialog) draw(st stage) []string {
	t, ways := st.theme, d.ways(st)
	at := d.chosen(ways)
	width := min(st.width-6, 72)
	air, details := []string{""}, 3
	if st.height < len(ways)+12 {
		air, details = nil, max(0, min(1, st.height-len(ways)-4))
	}
	lines := append(styled(t.Strong, theme.Wrap(dueWords(st), width)), air...)
	saves, leaves := 0, 0
	for _, w := range ways {
		saves, leaves = max(saves, theme.Width(w.saves)), max(leaves, theme.Width(w.leaves))
	}
	for i, w := range ways {
		point, style, number := "  ", t.Text, "  "
		switch {
		case w.name == leaveIt:
			lines = append(lines, air...)
		case w.then == nil:
			style, number = t.Muted, t.Muted.Render(fmt.Sprint(i+1))+" "
		default:
			number = t.Key.Render(fmt.Sprint(i+1)) + " "
		}
		if i == at {
			point, style = t.Accent.Render(t.Point+" "), t.Strong
		}
		right := t.Good.Render(t.Pad(w.saves, saves)) + "   " + t.Muted.Render(t.Pad(w.leaves, leaves))
		lines = append(lines, t.Spread(point+number+style.Render(t.Cut(w.label, width-saves-leaves-8)), right, width))
	}
	lines = append(append(lines, air...), styled(t.Muted, sized(t, ways[at].detail, width, details))...)
	foot := t.Key.Render(st.Say("enter")) + " " + st.Say("choose") + "    "
	if r := st.view.Repaired; r != "" {
		foot += t.Key.Render("u") + " " + takeBackWords(st.Tongue, r) + "    "
	}
	return append(append(lines, air...), foot+t.Key.Render("esc")+" "+st.Say("close"))
}

// sized breaks a text into exactly so many lines, so that what is around it stays where it is; what doesn't fit is cut.
func sized(t *theme.Theme, s string, width, lines int) []string {
	out := theme.Wrap(s, width)
	if len(out) > lines && lines > 0 {
		out = append(out[:lines-1], t.Cut(strings.Join(out[lines-1:], " "), width))
	}
	for len(out) < lines {
		out = append(out, "")
	}
	return out[:lines]
}

func (d *repairDialog) bindings(st stage) []key.Binding {
	out := []key.Binding{st.keys.enter, st.keys.upDown("choose another")}
	if st.view.Repaired != "" {
		out = append(out, named(st.keys.undo, "take the last one back"))
	}
	return append(out, named(st.keys.back, "close"))
}
