"""The yardstick, as a process: `start` shows an empty QMainWindow and ends; `walk SECONDS` changes one label each second."""

import os
import sys
import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.figures import memory_mb
from benchmarks.settling import after_settling


def main(words: list[str]) -> None:
    """See the module."""
    app = QApplication(["bare"])
    window = QMainWindow()
    if words[0] == "start":
        window.show()
        app.processEvents()
        print(memory_mb(), flush=True)
        os._exit(0)
    label = QLabel("0")
    window.setCentralWidget(label)
    window.show()
    second = QTimer(window, interval=1000, timerType=Qt.TimerType.PreciseTimer)
    second.timeout.connect(lambda: label.setText(str(int(label.text()) + 1)))
    second.start()
    after_settling(window, lambda: [time.process_time()], float(words[1]))
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1:])
