package rehearsal_test

import (
	"fmt"
	"slices"
	"testing"

	"convene/workshop"
	"convene/workshop/ballot"
)

// However many votes a workshop gives everyone for the name: nobody gives more, two names tie, and there is a name in the end.
func TestTheNamesTieWithAnyNumberOfVotes(t *testing.T) {
	for votes := 1; votes <= workshop.MaxNameVotes; votes++ {
		for _, people := range []int{5, 6, 13} {
			t.Run(fmt.Sprintf("%d votes, %d people", votes, people), func(t *testing.T) {
				s := stageOf(t, workshop.OpenWorkshop{Facilitator: "Fay", Votes: votes})
				if err := company(t, 3, people).Play(t.Context(), s, s.pace, func(string) {}); err != nil {
					t.Fatal(err)
				}
				st := s.State()
				if !st.Closed() || st.Name.Chosen == "" {
					t.Errorf("it is called %q, and closed: %v", st.Name.Chosen, st.Closed())
				}
				first := s.Facilitator().View().Results[slices.IndexFunc(s.Facilitator().View().Results, func(r workshop.Result) bool {
					return r.Purpose == workshop.ForName
				})]
				if first.Rule.Budget != votes {
					t.Errorf("everyone has %d votes, want %d", first.Rule.Budget, votes)
				}
				given := 0
				got := slices.SortedFunc(slices.Values(first.Outcome.Tally), func(a, b ballot.Count) int { return b.Votes - a.Votes })
				for _, c := range got {
					given += c.Votes
				}
				if got[0].Votes != got[1].Votes || len(got) > 2 && got[2].Votes >= got[1].Votes {
					t.Errorf("no two names are ahead together: %v", got)
				}
				if given > votes*people || votes > 1 && given <= people {
					t.Errorf("%d people gave %d votes", people, given)
				}
			})
		}
	}
}
