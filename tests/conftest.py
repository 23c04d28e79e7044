"""What tests measured is printed at the end of a run, also when their files ran side by side."""


def pytest_terminal_summary(terminalreporter):
    for report in terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", []):
        for name, words in report.user_properties:
            if name == "measured" and report.when == "call":
                terminalreporter.write_line(f"\n{words}")
