package store

import "fmt"

// moment is how far a process was when it ended: before a sync, or when an append had been reported as done.
type moment struct {
	number   int
	reported bool
	disk     disk
	story    story
}

func (m moment) String() string {
	if len(m.story.flight.Records) == 0 {
		return fmt.Sprintf("moment %d", m.number)
	}
	return fmt.Sprintf("moment %d, %s (record %d)", m.number, m.story.flight.kind(), m.story.flight.Records[0].Seq)
}

// momentsOf goes through what a process did, on a disk on which something may be already. It returns the moments after Open, and
// how it ended.
func momentsOf(d disk, s story, calls []call) (all []moment, end moment, err error) {
	for _, c := range calls {
		if s.opened && c.does == syncs {
			all = append(all, moment{len(all), false, d, s})
		}
		d.take(c)
		if c.does != says {
			continue
		}
		if s, err = s.hear(c.bytes); err != nil {
			return nil, moment{}, err
		}
		if string(c.bytes) == saysDone {
			all = append(all, moment{len(all), true, d, s})
		}
	}
	return all, moment{len(all), false, d, s}, nil
}

// fault is what may have come to the disk, at a moment, of what was loose then.
type fault struct {
	moment
	how     string
	arrived []call
}

func (f fault) String() string { return fmt.Sprintf("%s, %s", f.moment, f.how) }

// file is what the fault leaves.
func (f fault) file() []byte { return f.disk.after(f.arrived) }

// sector is what a disk writes at once.
const sector = 512

// faults are ends that may come since the sync before the moment. A kill leaves the calls up to one of them; after a power cut
// one alone has arrived, or all but one, or one is torn: in the middle, or, if it is a meta page, in its checksum.
func (m moment) faults() []fault {
	out := []fault{{m, "nothing has arrived", nil}}
	loose := m.disk.loose
	for i, c := range loose {
		before, behind := loose[:i:i], loose[i+1:]
		add := func(how string, arrived ...call) {
			out = append(out, fault{m, fmt.Sprintf("call %d of %d %s", i+1, len(loose), how), arrived})
		}
		add("is the last that has arrived", append(before, c)...)
		add("alone has arrived", c)
		add("is lost", append(before, behind...)...)
		for _, n := range []int{headerSize + metaSize - 1, len(c.bytes) / 2} {
			if n > 0 && n < len(c.bytes) {
				add(fmt.Sprintf("is torn at byte %d", n), append(before, c.torn(n))...)
			}
		}
	}
	return out
}
