package store

import (
	"fmt"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
)

// A page that is damaged is named, with the workshop that it belongs to, and another one as well.
func TestEveryDamagedPageIsNamed(t *testing.T) {
	path := heldFile(t)
	file := []byte(contents(t, path))
	for _, id := range []workshop.ID{"brave-otter", "quiet-heron"} {
		at := pageOf(t, path, id)
		file[page(at)] ^= 0xff // its own number
	}
	overwrite(t, path, file)
	a := verified(t, path)
	if len(a.Troubles) != 2 || a.Troubles[0].Workshop != "brave-otter" || a.Troubles[1].Workshop != "quiet-heron" {
		t.Fatalf("got %v", a.Troubles)
	}
	for _, tr := range a.Troubles {
		if !strings.Contains(tr.What, "says that it is another one") {
			t.Error(tr)
		}
	}
	if contents(t, path) != string(file) {
		t.Error("the file was changed")
	}
}

// pageOf is a page with records of a workshop.
func pageOf(t *testing.T, path string, id workshop.ID) (page uint64) {
	t.Helper()
	withBolt(t, path, func(tx *bolt.Tx) error {
		page = uint64(part(tx, id, recordsBucket).Root())
		return nil
	})
	return page
}

// A power cut while one of the two is written leaves the earlier, and that is passed over: nothing has to be restored. When the
// later one rots, pages may be missing that the earlier one knew.
func TestAMetaPageThatIsNotWholeIsNamedAndNoTrouble(t *testing.T) {
	for id := range uint64(2) {
		path := heldFile(t)
		file := []byte(contents(t, path))
		later := mustMeta(t, file).transaction % 2
		file[page(id)+headerSize+20] ^= 1
		overwrite(t, path, file)
		a := verified(t, path)
		want := fmt.Sprintf("page %d, one of the two with which the file begins, is not whole, as after a power cut", id)
		if len(a.Remarks) != 1 || !strings.Contains(a.Remarks[0], want) {
			t.Errorf("got %v", a.Remarks)
		}
		if id == later {
			continue
		}
		if len(a.Troubles) > 0 {
			t.Errorf("got %v", a.Troubles)
		}
		if _, err := Restore(t.Context(), path, newPath(t), false); err != nil {
			t.Errorf("it can't be restored: %v", err)
		}
	}
}
