package io.tensionwire.ingest;
public final class IngestApp {}
