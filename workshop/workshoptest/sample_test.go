package workshoptest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

// The sample promises what its documentation says, so that tests of screens and exports can rely on it.
func TestTheSampleIsAWholeWorkshop(t *testing.T) {
	s, records := workshoptest.Sample()
	if !s.Closed() || len(records) != int(s.Seq) {
		t.Errorf("closed %v after %d records, the last of which is %d", s.Closed(), len(records), s.Seq)
	}
	if n := len(s.Participants()); n != 12 {
		t.Errorf("%d people took part, want 12", n)
	}
	c := s.Canvas()
	if c.Title != "Craft Guild" || s.Name.How != workshop.ByRunoff {
		t.Errorf("the name is %q by %s, want Craft Guild by a runoff", c.Title, s.Name.How)
	}
	if c.Leader != "Grace" || c.LeaderHow != workshop.ByRunoff {
		t.Errorf("the leader is %q by %s, want Grace by a runoff", c.Leader, c.LeaderHow)
	}
	if c.Forces == nil {
		t.Error("there is no force field")
	}
	for _, b := range c.Sections {
		if len(b.Entries) == 0 {
			t.Errorf("nothing stands under %s", b.Section)
		}
	}
}

func TestTheSampleStopsAtEveryPosition(t *testing.T) {
	whole, records := workshoptest.Sample()
	for _, p := range whole.Agenda.Positions() {
		s, until := workshoptest.SampleAt(p.Step, p.Phase)
		if s.At != p {
			t.Errorf("stopped at %s, want %s", s.At, p)
		}
		if diff := cmp.Diff(records[:len(until)], until); diff != "" {
			t.Errorf("at %s (-whole +stopped):\n%s", p, diff)
		}
	}
}
