package load

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"convene/tui/sshd/sshtest"
)

// process is a server in a process of its own.
type process struct {
	address string
	cmd     *exec.Cmd
	orders  io.WriteCloser
	answers chan string
}

// begin starts a server by its name.
func begin(name string, env ...string) (*process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	p := &process{cmd: exec.Command(self, "-test.run=^TestServe$", "-test.timeout=1h"), answers: make(chan string, 16)}
	if *profile != "" && name == "convene" {
		p.cmd.Args = append(p.cmd.Args, "-test.cpuprofile="+*profile)
	}
	p.cmd.Env = append(append(os.Environ(), servesAs+"="+name), env...)
	p.cmd.Stderr = os.Stderr
	if p.orders, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	said, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(p.answers)
		for lines := bufio.NewScanner(said); lines.Scan(); {
			if l := lines.Text(); strings.HasPrefix(l, "at ") || strings.HasPrefix(l, "did ") {
				p.answers <- l
			}
		}
	}()
	if p.address, err = p.answer("at "); err != nil {
		return nil, errors.Join(err, p.end())
	}
	return p, nil
}

func (p *process) answer(begins string) (string, error) {
	select {
	case l, ok := <-p.answers:
		if rest, is := strings.CutPrefix(l, begins); ok && is {
			return rest, nil
		}
		return "", fmt.Errorf("the server says %q", l)
	case <-time.After(sshtest.Patience):
		return "", errors.New("the server says nothing")
	}
}

// tell lets the server do something, and returns when it began.
func (p *process) tell(order string) (time.Time, error) {
	if _, err := io.WriteString(p.orders, order+"\n"); err != nil {
		return time.Time{}, err
	}
	did, err := p.answer("did ")
	if err != nil {
		return time.Time{}, err
	}
	n, err := strconv.ParseInt(did, 10, 64)
	return time.Unix(0, n), err
}

// end lets the server end by itself, so that it can write its profile.
func (p *process) end() error {
	late := time.AfterFunc(sshtest.Patience, func() { _ = p.cmd.Process.Kill() })
	defer late.Stop()
	return errors.Join(p.orders.Close(), p.cmd.Wait())
}

// cpu is how long the server has used a processor.
func (p *process) cpu() (time.Duration, error) {
	page, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(page), ") ")
	f := strings.Fields(rest)
	user, err := strconv.ParseInt(f[11], 10, 64)
	if err != nil {
		return 0, err
	}
	system, err := strconv.ParseInt(f[12], 10, 64)
	const tick = 10 * time.Millisecond // sysconf(_SC_CLK_TCK) is 100 everywhere
	return time.Duration(user+system) * tick, err
}

// memory is what the server has in memory, in kB.
func (p *process) memory() (int, error) {
	page, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(page), "VmRSS:")
	return strconv.Atoi(strings.Fields(rest)[0])
}
