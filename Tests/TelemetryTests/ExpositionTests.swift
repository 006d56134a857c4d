import Kernel
import Testing

@testable import Telemetry

struct ExpositionTests {
    @Test func `figures are told as Prometheus reads them`() {
        var told = Exposition()
        told.gauge("waiting", "How many wait\nfor C:\\", 3)
        told.counter(
            "sent_total", "Sent.",
            [.init(2, ("to", "a \"b\" \\ c\nd"), ("how", "")), .init(0.5, ("to", "å"))])
        told.gauge("nothing", "Is not said at all.", [Exposition.Sample]())
        #expect(
            told.text == #"""
                # HELP waiting How many wait\nfor C:\\
                # TYPE waiting gauge
                waiting 3
                # HELP sent_total Sent.
                # TYPE sent_total counter
                sent_total{to="a \"b\" \\ c\nd",how=""} 2
                sent_total{to="å"} 0.5

                """#)
    }

    @Test(arguments: [
        (Double.nan, "NaN"), (.infinity, "+Inf"), (-.infinity, "-Inf"), (1_796_000_000.123, "1796000000.123"), (0, "0"),
        (1e21, "1e+21"), (-2, "-2"),
    ])
    func `every number has its form`(number: Double, text: String) {
        var told = Exposition()
        told.gauge("it", "It.", [.init(number)])
        #expect(told.text.hasSuffix("\nit \(text)\n"))
    }

    @Test func `requests are counted by route, method and class of status, and no sum of all is told`() {
        let figures = RequestFigures()
        figures.add("GET", "/plan", status: 200, after: .milliseconds(4))
        figures.add("GET", "/plan", status: 204, after: .milliseconds(80))
        figures.add("GET", "/plan", status: 503, after: .seconds(11))
        figures.add("POST", "/actions/:id", status: 303, after: .milliseconds(20))
        var told = Exposition()
        figures.tell(&told)
        let lines = told.text.split(separator: "\n").map(String.init)
        #expect(lines.contains(#"forkant_requests_total{route="/plan",method="GET",status="2xx"} 2"#))
        #expect(lines.contains(#"forkant_requests_total{route="/plan",method="GET",status="5xx"} 1"#))
        #expect(lines.contains(#"forkant_requests_total{route="/actions/:id",method="POST",status="3xx"} 1"#))
        #expect(lines.contains(#"forkant_request_seconds_bucket{route="/plan",method="GET",le="0.005"} 1"#))
        #expect(lines.contains(#"forkant_request_seconds_bucket{route="/plan",method="GET",le="0.1"} 2"#))
        #expect(lines.contains(#"forkant_request_seconds_bucket{route="/plan",method="GET",le="10"} 2"#))
        #expect(lines.contains(#"forkant_request_seconds_bucket{route="/plan",method="GET",le="+Inf"} 3"#))
        #expect(lines.contains(#"forkant_request_seconds_count{route="/plan",method="GET"} 3"#))
        #expect(lines.contains(#"forkant_request_seconds_bucket{route="/actions/:id",method="POST",le="0.02"} 1"#))
        #expect(lines.filter { !$0.hasPrefix("#") }.allSatisfy { $0.contains("route=") })
    }

    @Test func `figures of the process go by steps that no single visitor moves`() {
        #expect((0...3).map { $0.upToStep(of: 2) } == [0, 2, 2, 4])
        #expect([1, 127, 128, 129].map { $0.upToStep(of: 128) } == [128, 128, 128, 256])
        var told = Exposition()
        ProcessFigures.tell(&told, started: Moment(milliseconds: 1_500))
        let values = Dictionary(
            told.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
                let parts = line.split(separator: " ")
                return (String(parts[0]), Double(parts[1]) ?? .nan)
            }
        ) { first, _ in first }
        #expect(values["process_start_time_seconds"] == 1.5)
        #expect((values["process_max_fds"] ?? 0) > 0)
        #expect(values["process_open_fds"].map { $0 > 0 && $0.truncatingRemainder(dividingBy: 128) == 0 } == true)
        let memory = values["process_resident_memory_bytes"]
        #expect(memory.map { $0 > 0 && $0.truncatingRemainder(dividingBy: 33_554_432) == 0 } == true)
        #expect(values.keys.allSatisfy { !$0.contains("cpu") })
    }
}
