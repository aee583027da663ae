package main

import (
	"errors"
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHowToJoin(t *testing.T) {
	for _, c := range []struct {
		at        address
		join, url string
	}{
		{address{"192.168.1.7", 2222}, "ssh -p 2222 brave-otter@192.168.1.7", "ssh://brave-otter@192.168.1.7:2222"},
		{address{"192.168.1.7", 22}, "ssh brave-otter@192.168.1.7", "ssh://brave-otter@192.168.1.7"},
		{address{"craft.example", 22}, "ssh brave-otter@craft.example", "ssh://brave-otter@craft.example"},
		{address{"2001:db8::7", 2222}, "ssh -p 2222 brave-otter@2001:db8::7", "ssh://brave-otter@[2001:db8::7]:2222"},
		{address{"2001:db8::7", 22}, "ssh brave-otter@2001:db8::7", "ssh://brave-otter@[2001:db8::7]"},
		{address{"fe80::7%eth0", 22}, "ssh brave-otter@fe80::7%eth0", "ssh://brave-otter@[fe80::7%25eth0]"},
	} {
		if got := c.at.join("brave-otter"); got != c.join {
			t.Errorf("got %s, want %s", got, c.join)
		}
		got := c.at.url("brave-otter")
		if got != c.url {
			t.Errorf("got %s, want %s", got, c.url)
		}
		if u, err := url.Parse(got); err != nil || u.Hostname() != c.at.host || u.User.Username() != "brave-otter" {
			t.Errorf("%s is read as %v, %v", got, u, err)
		}
	}
}

func TestTheDoorIsFoundWhereItListens(t *testing.T) {
	laptop := []netInterface{lo(), nic("wlan0", plugged, "192.168.1.7", "2001:db8::7")}
	for _, c := range []struct {
		name, listen, advertise string
		all                     []netInterface
		want                    []address
	}{
		{"open to all", "[::]:2222", "", laptop, []address{{"192.168.1.7", 2222}, {"2001:db8::7", 2222}}},
		{"open to all of IPv4", "0.0.0.0:22", "", laptop, []address{{"192.168.1.7", 22}}},
		{"bound to one", "192.168.1.9:2222", "", laptop, []address{{"192.168.1.9", 2222}}},
		{"bound to IPv4 as IPv6 writes it", "[::ffff:10.0.0.4]:2222", "", laptop, []address{{"10.0.0.4", 2222}}},
		{"bound to loopback", "127.0.0.1:2222", "", laptop, []address{{"127.0.0.1", 2222}}},
		{"advertised", "[::]:2222", "craft.example", laptop, []address{{"craft.example", 2222}}},
		{"advertised, though bound", "127.0.0.1:2222", "craft.example:22", laptop, []address{{"craft.example", 22}}},
		{"no network", "[::]:2222", "", []netInterface{lo()}, []address{{"127.0.0.1", 2222}, {"::1", 2222}}},
		{"no interface", "[::]:2222", "", nil, []address{{"localhost", 2222}}},
		{"no IPv4", "0.0.0.0:2222", "", []netInterface{nic("eth0", plugged, "2001:db8::7")}, []address{{"localhost", 2222}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			listen := net.TCPAddrFromAddrPort(netip.MustParseAddrPort(c.listen))
			got, err := advertised(listen, c.advertise, c.all)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(address{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if got, err := advertised(&net.UnixAddr{Name: "/run/door", Net: "unix"}, "", laptop); err == nil {
		t.Errorf("a door without a port is found at %v", got)
	}
}

func TestWhatCanBeAdvertised(t *testing.T) {
	for s, want := range map[string]address{
		"craft.example":           {"craft.example", 2222},
		"craft.example:22":        {"craft.example", 22},
		"Laptop-of_Ada.local":     {"Laptop-of_Ada.local", 2222},
		"7up.example":             {"7up.example", 2222},
		"localhost:65535":         {"localhost", 65535},
		"192.168.1.7":             {"192.168.1.7", 2222},
		"192.168.1.7:22":          {"192.168.1.7", 22},
		"2001:db8::7":             {"2001:db8::7", 2222},
		"[2001:db8::7]":           {"2001:db8::7", 2222},
		"[2001:db8::7]:22":        {"2001:db8::7", 22},
		"2001:DB8:0::7":           {"2001:db8::7", 2222},
		strings.Repeat("a", 63):   {strings.Repeat("a", 63), 2222},
		"xn--hnsel-gra.example:1": {"xn--hnsel-gra.example", 1},
	} {
		if got, err := parseAdvertised(s, 2222); err != nil || got != want {
			t.Errorf("%q is read as %v, %v", s, got, err)
		}
	}
	for _, s := range []string{
		"", ":", ":22", "craft.example:", "craft.example:0", "craft.example:65536", "craft.example:+22", "craft.example:ssh",
		"craft.example:22:22", "ssh://craft.example", "ada@craft.example", "craft.example/x", "-oProxyCommand=x", "craft-.x",
		"craft..example", ".example", "craft.example.", "craft example", "craft.example\n", "hänsel.example", "$(reboot)",
		"192.168.1", "192.168.1.300", "7", "[192.168.1.7", "[craft.example]", "[craft.example]:22", "[2001:db8::7]22",
		"2001:db8::7::", "fe80::7%eth0", "0.0.0.0", "::", "[::]:22", "224.0.0.1", strings.Repeat("a", 64),
		strings.Repeat("a.", 127) + "ab",
	} {
		if got, err := parseAdvertised(s, 2222); !errors.Is(err, errNoAddress) {
			t.Errorf("%q is read as %v, %v", s, got, err)
		}
	}
}

// People copy the command into a shell.
func FuzzWhatIsAdvertisedIsHarmlessInAShell(f *testing.F) {
	for _, s := range []string{"craft.example:22", "[2001:db8::7]:22", "-oProxyCommand=x", "a;b", "[::ffff:1.2.3.4%a b]"} {
		f.Add(s)
	}
	harmless := regexp.MustCompile(`^ssh (-p [1-9][0-9]* )?brave-otter@[A-Za-z0-9_:.][A-Za-z0-9_:.-]*$`)
	f.Fuzz(func(t *testing.T, s string) {
		got, err := parseAdvertised(s, 2222)
		if err != nil {
			return
		}
		if join := got.join("brave-otter"); !harmless.MatchString(join) {
			t.Errorf("%q leads to %q", s, join)
		}
		if u, err := url.Parse(got.url("brave-otter")); err != nil || u.Hostname() != got.host {
			t.Errorf("%q leads to %v, %v", s, u, err)
		}
	})
}
