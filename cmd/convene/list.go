package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// listed is a workshop as the list has it.
type listed struct {
	Code   workshop.ID    `json:"code"`
	Topic  string         `json:"topic"`
	Name   string         `json:"name,omitempty"` // the community's, once it has one
	Opened time.Time      `json:"opened"`
	Step   workshop.Step  `json:"step"`
	Phase  workshop.Phase `json:"phase"`
	Closed bool           `json:"closed"`
	People int            `json:"people"`
	After  workshop.ID    `json:"after,omitempty"`     // the workshop on whose canvas it goes on
	Lives  *lives         `json:"community,omitempty"` // once it is founded
	day    time.Time      // when it began
	where  string
	crowd  string // how many people, in words
}

// lives is what there is to say of a community that goes on.
type lives struct {
	Founded   time.Time        `json:"founded"`
	Check     workshop.Outlook `json:"check,omitempty"`     // how the next health check stands: planned, overdue, open or counted
	NextCheck workshop.Day     `json:"nextCheck,omitempty"` // when one is planned
	Answered  int              `json:"answered"`            // how many have answered the one that is open
	Actions   int              `json:"openActions"`
}

func newList(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the workshops, newest first",
		Args:  nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var all []listed
			err := o.withExisting(func(s *store.Store) error {
				states, err := loadAll(cmd.Context(), s)
				all = list(states, time.Now())
				return err
			}, nil)
			if err != nil && all == nil {
				return err
			}
			if asJSON {
				return errors.Join(writeListJSON(cmd.OutOrStdout(), all), err)
			}
			if len(all) == 0 {
				fmt.Fprintln(cmd.ErrOrStderr(), "There are no workshops yet; convene new TOPIC creates one.")
			}
			return errors.Join(writeList(cmd.OutOrStdout(), all), err)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return cmd
}

// list says of each workshop what there is to say in a line.
func list(states []workshop.State, now time.Time) []listed {
	all := make([]listed, 0, len(states))
	for _, s := range states {
		l := listed{
			Code: s.ID, Topic: s.Topic, Name: s.Called(), Opened: s.Opened,
			Step: s.At.Step, Phase: s.At.Phase, Closed: s.Closed(),
			People: len(s.Participants()), day: s.Opened, where: where(s), crowd: people(tongue.In(s.Lang), len(s.Participants())),
		}
		if s.From != nil {
			l.After = s.From.Code
		}
		if c, founded := s.Community(); founded {
			l.Lives = &lives{
				Founded: c.Founded.UTC(), Check: c.Outlook(now), NextCheck: c.NextCheck, Answered: c.Answered(), Actions: c.ToDo(),
			}
			l.day, l.where, l.crowd = c.Founded, life(c, now), l.crowd+toDo(c)
		}
		if l.After != "" {
			l.crowd += follows(tongue.In(s.Lang), l.After)
		}
		all = append(all, l)
	}
	return all
}

func writeListJSON(w io.Writer, all []listed) error {
	if all == nil {
		all = []listed{} // no workshops are an empty list
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

// writeList writes a table. Its columns are as wide, in cells, as their widest text.
func writeList(w io.Writer, all []listed) error {
	rows := make([][]string, len(all))
	var widths [4]int
	for i, l := range all {
		rows[i] = []string{string(l.Code), cmp.Or(l.Name, l.Topic), l.day.Local().Format(time.DateOnly), l.where, l.crowd}
		for c := range widths {
			widths[c] = max(widths[c], text.Cells(rows[i][c]))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for c, cell := range row {
			line.WriteString(cell)
			if c < len(widths) {
				line.WriteString(strings.Repeat(" ", widths[c]-text.Cells(cell)+2))
			}
		}
		if _, err := fmt.Fprintln(w, line.String()); err != nil {
			return err
		}
	}
	return nil
}

// people is how many.
func people(l tongue.Tongue, n int) string { return l.Count(n, "%d person", "%d people") }
