package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
	"pgregory.net/rapid"
)

func TestThePageMapIsWhatBboltSays(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		path := filepath.Join(t.TempDir(), "convene.db")
		db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: time.Second, NoSync: true, NoGrowSync: true})
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		for range rapid.IntRange(1, 6).Draw(r, "transactions") {
			err := db.Update(func(tx *bolt.Tx) error { return anything(r, tx) })
			if err != nil {
				t.Fatal(err)
			}
		}
		file := []byte(contents(t, path))
		m, err := readPageMap(bytes.NewReader(file), int64(len(file)/page(1)), page(1))
		if err != nil {
			r.Fatal(err)
		}
		err = db.Update(func(tx *bolt.Tx) error { // as a writer, which has the list of free pages in memory
			for id := range m {
				p, err := tx.Page(id)
				if err != nil {
					return err
				}
				if free := p.Type == "free"; free == m[id] {
					r.Errorf("page %d: used is %v, bbolt has %s", id, m[id], p.Type)
				}
			}
			return errors.New("nothing to commit")
		})
		if err.Error() != "nothing to commit" {
			t.Fatal(err)
		}
	})
}

// anything puts and deletes keys and buckets in buckets, with values from nothing to many pages.
func anything(r *rapid.T, tx *bolt.Tx) error {
	top, err := tx.CreateBucketIfNotExists([]byte(rapid.SampledFrom([]string{"a", "b"}).Draw(r, "top")))
	if err != nil {
		return err
	}
	b, err := top.CreateBucketIfNotExists([]byte("c"))
	if err != nil {
		return err
	}
	if rapid.IntRange(0, 5).Draw(r, "fate") == 0 {
		return top.DeleteBucket([]byte("c"))
	}
	size := rapid.SampledFrom([]int{0, 10, 1000, 20_000}).Draw(r, "size")
	for i := range rapid.IntRange(0, 300).Draw(r, "keys") {
		key := fmt.Appendf(nil, "%d", i*7919%1000)
		if i%5 == 0 {
			err = b.Delete(key)
		} else {
			err = b.Put(key, make([]byte, size))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// A list of 65535 pages or more has its length where other lists have their first page.
func TestALongListOfFreePagesIsRead(t *testing.T) {
	file, _ := sampleFile(t)
	want, err := readPageMap(bytes.NewReader(file), int64(len(file)/page(1)), page(1))
	if err != nil {
		t.Fatal(err)
	}
	at := page(mustMeta(t, file).freelist)
	count := readHeader(file[at:]).count
	ids := bytes.Clone(file[at+headerSize:][:8*int(count)])
	binary.NativeEndian.PutUint16(file[at+10:], longFreelist)
	binary.NativeEndian.PutUint64(file[at+headerSize:], uint64(count))
	copy(file[at+headerSize+8:], ids)
	got, err := readPageMap(bytes.NewReader(file), int64(len(file)/page(1)), page(1))
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, %v; want %v", got, err, want)
	}
	binary.NativeEndian.PutUint64(file[at+headerSize:], 1<<60)
	if _, err := readPageMap(bytes.NewReader(file), int64(len(file)/page(1)), page(1)); !errors.Is(err, errFlaw) {
		t.Errorf("an endless list: %v", err)
	}
}

func TestEveryFlawOfALeafIsFound(t *testing.T) {
	const table, key = headerSize, headerSize + elementSize // of the first entry, and where the second entry is
	for name, damage := range map[string]func(leaf []byte){
		"a key that is not in order": func(leaf []byte) {
			first := headerSize + int(half(leaf, table+4))
			second := key + int(half(leaf, key+4))
			copy(leaf[second:second+8], leaf[first:first+8])
		},
		"an entry of an unknown kind":       func(leaf []byte) { leaf[table] |= 4 },
		"a record that says it is a bucket": func(leaf []byte) { leaf[table] |= bucketEntry },
		"an entry in another's place":       func(leaf []byte) { leaf[key+4]++ },
		"an entry that is too long":         func(leaf []byte) { binary.NativeEndian.PutUint32(leaf[table+12:], 1<<31) },
		"no key": func(leaf []byte) {
			binary.NativeEndian.PutUint32(leaf[table+12:], half(leaf, table+8)+half(leaf, table+12))
			binary.NativeEndian.PutUint32(leaf[table+8:], 0)
		},
		"more entries than there is room": func(leaf []byte) { binary.NativeEndian.PutUint16(leaf[10:], 5000) },
		"another page's number":           func(leaf []byte) { leaf[0] ^= 1 },
		"no leaf":                         func(leaf []byte) { leaf[8] = freelistPage },
		"an empty branch":                 func(leaf []byte) { leaf[8], leaf[10], leaf[11] = branchPage, 0, 0 },
		"an overflow over the end":        func(leaf []byte) { leaf[15] = 0x7f },
	} {
		t.Run(name, func(t *testing.T) {
			file, _ := sampleFile(t)
			damage(recordsLeaf(t, file))
			if _, err := readPageMap(bytes.NewReader(file), int64(len(file)/page(1)), page(1)); !errors.Is(err, errFlaw) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// recordsLeaf is a page of nothing but records, in the memory of the file.
func recordsLeaf(t *testing.T, file []byte) []byte {
	t.Helper()
	m, err := readPageMap(bytes.NewReader(file), int64(len(file)/page(1)), page(1))
	if err != nil {
		t.Fatal(err)
	}
	for id, used := range m {
		leaf := file[page(uint64(id)):]
		if h := readHeader(leaf); used && h.id == uint64(id) && h.flags == leafPage && h.count > 9 {
			return leaf
		}
	}
	t.Fatal("the sample has no such page")
	return nil
}

func TestTheOlderMetaPageServesWhenTheLaterIsDamaged(t *testing.T) {
	file, _ := sampleFile(t)
	latest := mustMeta(t, file)
	file[page(latest.transaction%2)+headerSize+16] ^= 1
	if got := mustMeta(t, file); got.transaction != latest.transaction-1 {
		t.Errorf("got transaction %d of %d", got.transaction, latest.transaction)
	}
	file[page(1-latest.transaction%2)+headerSize+16] ^= 1
	if _, err := readMeta(bytes.NewReader(file), page(1)); !errors.Is(err, errFlaw) {
		t.Errorf("got %v", err)
	}
}

// What readPageMap lets pass, bbolt must find no fault with, or it may panic on it later.
func FuzzPageMap(f *testing.F) {
	file, _ := sampleFile(f)
	m := mustMeta(f, file)
	f.Add(uint64(page(m.freelist)), []byte{1})
	f.Add(uint64(page(m.root)), []byte{0, 0, 0, 0, 0, 0, 0, 0, leafPage, 0, 0xff})
	f.Add(uint64(page(m.root)+headerSize), []byte{1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, at uint64, patch []byte) {
		damaged := bytes.Clone(file)
		copy(damaged[uint64(page(2))+at%uint64(len(file)-page(2)):], patch)
		_, err := readPageMap(bytes.NewReader(damaged), int64(len(damaged)/page(1)), page(1))
		if err != nil {
			if !errors.Is(err, errFlaw) {
				t.Errorf("got %v", err)
			}
			return
		}
		path := filepath.Join(t.TempDir(), "convene.db")
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		checkPages(t, path)
	})
}

func TestWindowReadsWhatTheFileHas(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		file := rapid.SliceOfN(rapid.Byte(), 0, 60).Draw(r, "file")
		w := newWindow(bytes.NewReader(file), rapid.IntRange(1, 20).Draw(r, "window"))
		for range 8 {
			at := rapid.Int64Range(0, 70).Draw(r, "at")
			got := make([]byte, rapid.IntRange(0, 30).Draw(r, "size"))
			want := make([]byte, len(got))
			gotN, gotErr := w.ReadAt(got, at)
			wantN, wantErr := bytes.NewReader(file).ReadAt(want, at)
			if len(got) > 0 && (gotN != wantN || !errors.Is(gotErr, wantErr) || !bytes.Equal(got, want)) {
				r.Fatalf("%d bytes at %d: %d %v %v, want %d %v %v", len(got), at, gotN, gotErr, got, wantN, wantErr, want)
			}
		}
	})
}

// hollow is a file of so many bytes that are zeros behind its beginning, and how much of it was asked for in one go.
type hollow struct {
	beginning []byte
	most      int
}

func (h *hollow) ReadAt(p []byte, at int64) (int, error) {
	h.most = max(h.most, len(p))
	clear(p)
	if at < int64(len(h.beginning)) {
		copy(p, h.beginning[at:])
	}
	return len(p), nil
}

// A file with holes costs nothing to make and to send, and its pages can claim all of it.
func TestAPageThatFlowsOverGigabytesIsNotRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "convene.db")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file := []byte(contents(t, path))
	size, pages := page(1), int64(1<<19)
	m, err := readMeta(bytes.NewReader(file), size)
	if err != nil {
		t.Fatal(err)
	}
	for id := range firstPage {
		b := file[id*size+headerSize:]
		binary.NativeEndian.PutUint64(b[40:], uint64(pages))
		sum := fnv.New64a()
		sum.Write(b[:metaSize-8])
		binary.NativeEndian.PutUint64(b[metaSize-8:], sum.Sum64())
	}
	binary.NativeEndian.PutUint32(file[int(m.root)*size+12:], uint32(pages)-uint32(m.root)-1)
	h := &hollow{beginning: file}
	if _, err := readPageMap(h, pages, size); !errors.Is(err, errFlaw) {
		t.Errorf("it is %v", err)
	}
	if h.most > maxRun+size {
		t.Errorf("%d MB were read in one go", h.most>>20)
	}
}
