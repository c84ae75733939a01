package dev.beatcut.infra;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Everything of one deployment. */
final class BeatcutStack extends Stack {

    BeatcutStack(Construct scope, String id, Deployment deployment, StackProps props) {
        super(scope, id, props);
        var store = new Store(this, deployment.origins(), List.of());
        var letters = new DeadLetters(this);
        var token = new UpstreamToken(this, deployment.tokenSecret(), deployment.tokenKey());
        var functions = new Functions(this, deployment, store, token, letters);
        var gateway = new Gateway(this, deployment, functions.api());
        var machines = new Machines(this, functions, letters);
        new Clock(this, functions.pollRenders(), letters);
        new Watch(this, deployment, functions, gateway, machines, letters);
        deployment
                .studio()
                .map(studio -> new StudioNodes(this, studio, deployment, token))
                .ifPresent(studio -> output("StudioAddress", studio.address()));
        Suppressions.add(this);
        output("ApiUrl", gateway.url());
        output("FilmMachine", machines.film().getStateMachineArn());
        output("BatchMachine", machines.batch().getStateMachineArn());
        output("BucketName", store.bucket().getBucketName());
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
