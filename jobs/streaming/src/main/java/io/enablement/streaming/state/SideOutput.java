package io.enablement.streaming.state;

import org.apache.flink.util.OutputTag;

/** Where an operator sends what is not its main result. */
interface SideOutput {

    <T> void send(OutputTag<T> tag, T value);
}
