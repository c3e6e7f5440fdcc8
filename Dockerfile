# One image for every role; the sub-command chooses: docker run tensionwire ingest|process|alert|run|demo
# Build the application first (the image holds a Java runtime, no build tools): mvn -DskipTests package
FROM eclipse-temurin:25-jre

# uid 1000 is taken in the base image.
RUN useradd --uid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin tensionwire \
 && install -d -o tensionwire -g tensionwire /app/data

# The layers that change least come first. The broker is for `run` and `demo` alone.
COPY standalone/target/app/broker /app/broker
COPY standalone/target/app/lib /app/lib
COPY config /app/config
COPY docker/entrypoint docker/healthcheck /app/bin/

USER 10001
WORKDIR /app
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["/app/bin/healthcheck"]
ENTRYPOINT ["/app/bin/entrypoint"]
CMD ["--help"]
