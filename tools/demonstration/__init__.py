# SPDX-License-Identifier: MIT
"""Starts the demonstration, on a screen or on a virtual one, and walks through it as a person would."""
